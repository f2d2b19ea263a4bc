namespace CampaignTracker.Domain;

/// <summary>Fields that a refusal can name; each has a word in <c>Words.resx</c> (<c>FieldName_…</c>).</summary>
public enum FieldName
{
    /// <summary>Lý do.</summary>
    Reason,
    /// <summary>Nội dung.</summary>
    Content,
    /// <summary>Phương thức.</summary>
    Method,
    /// <summary>Người phụ trách.</summary>
    Responsible,
    /// <summary>Đơn vị phối hợp.</summary>
    CoOperating,
    /// <summary>Sản phẩm, chỉ tiêu.</summary>
    Product,
    /// <summary>Mục đích, yêu cầu.</summary>
    Aims,
    /// <summary>Tổ chức thực hiện.</summary>
    Organisation,
    /// <summary>Căn cứ.</summary>
    Basis,
    /// <summary>Nơi nhận.</summary>
    Recipients,
    /// <summary>Ngày họp.</summary>
    MeetingDate,
    /// <summary>Số có mặt.</summary>
    Present,
    /// <summary>Tổng số.</summary>
    Total,
    /// <summary>Số nhất trí.</summary>
    InFavour,
    /// <summary>Số văn bản.</summary>
    PaperNumber,
    /// <summary>Ngày ban hành.</summary>
    PaperDate,
    /// <summary>Người ký.</summary>
    Signer,
    /// <summary>Chức vụ người ký.</summary>
    SignerPost,
    /// <summary>Ý kiến.</summary>
    Remark,
    /// <summary>Kế hoạch thực hiện chung.</summary>
    CoveringPlan,
    /// <summary>Tên đăng nhập.</summary>
    UserName,
    /// <summary>Mật khẩu.</summary>
    Password,
    /// <summary>Họ và tên.</summary>
    FullName,
    /// <summary>Đơn vị.</summary>
    Unit,
    /// <summary>Hạn mới.</summary>
    NewDueDate,
    /// <summary>Chức danh.</summary>
    Title,
    /// <summary>Việc làm cụ thể.</summary>
    Action,
    /// <summary>Kết quả cần đạt.</summary>
    ResultToReach,
    /// <summary>Minh chứng.</summary>
    Proof,
    /// <summary>Chuẩn mực.</summary>
    Standard,
    /// <summary>Phần của mẫu.</summary>
    Section,
    /// <summary>Bản giấy đã nhập.</summary>
    SourcePaper,
    /// <summary>Hạn chế cần khắc phục.</summary>
    Shortcoming,
    /// <summary>Cơ quan, tổ chức xác nhận.</summary>
    ConfirmingBody,
    /// <summary>Tự đánh giá.</summary>
    SelfAssessment,
    /// <summary>Nhận xét của tập thể.</summary>
    CollectiveComment,
    /// <summary>Số liệu đạt được.</summary>
    Figure,
    /// <summary>Việc đã làm.</summary>
    WhatHappened,
    /// <summary>Ghi chú.</summary>
    Note,
    /// <summary>Chú thích.</summary>
    Caption,
    /// <summary>Địa chỉ thư điện tử.</summary>
    Email,
    /// <summary>Tiêu đề thư.</summary>
    Subject,
    /// <summary>Lời mở đầu.</summary>
    Opening,
    /// <summary>Lời kết.</summary>
    Closing,
    /// <summary>Tên cách xem.</summary>
    ViewName,
    /// <summary>Liên kết.</summary>
    Address,
}

/// <summary>A person whom a sentence cannot name.</summary>
public enum Someone
{
    /// <summary>Another person than the reader.</summary>
    Else,
}
